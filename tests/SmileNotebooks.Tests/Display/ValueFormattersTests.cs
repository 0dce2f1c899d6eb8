using System.Reflection;
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Display;

/// <summary>The formatter convention, looked at as a host does: by reflection and names.</summary>
public sealed class ValueFormattersTests
{
    [Fact]
    public void Attribute_has_the_name_and_the_members_of_the_convention()
    {
        Type attribute = typeof(TypeFormatterSourceAttribute);

        Assert.Equal("TypeFormatterSourceAttribute", attribute.Name);
        Assert.NotNull(attribute.GetConstructor([typeof(Type)]));
        Assert.Equal(typeof(Type), attribute.GetProperty("FormatterSourceType")!.PropertyType);
        PropertyInfo preferred = attribute.GetProperty("PreferredMimeTypes")!;
        Assert.Equal(typeof(string[]), preferred.PropertyType);
        Assert.True(preferred.CanWrite);
    }

    [Theory]
    [InlineData(typeof(Figure))]
    [InlineData(typeof(Face))]
    [InlineData(typeof(Picture))]
    public void Value_types_name_their_formatters_and_prefer_HTML(Type type)
    {
        TypeFormatterSourceAttribute attribute = type.GetCustomAttribute<TypeFormatterSourceAttribute>()!;

        Assert.Equal(typeof(ValueFormatters), attribute.FormatterSourceType);
        Assert.Equal("text/html", attribute.PreferredMimeTypes[0]);
        Assert.Contains("text/plain", attribute.PreferredMimeTypes);
    }

    [Fact]
    public void Formatters_have_the_one_Format_method_of_the_convention()
    {
        Type sourceType = typeof(Figure).GetCustomAttribute<TypeFormatterSourceAttribute>()!.FormatterSourceType;
        object source = Activator.CreateInstance(sourceType)!;
        MethodInfo create = source.GetType().GetMethod("CreateTypeFormatters", Type.EmptyTypes)!;
        object[] formatters = [.. (IEnumerable<object>)create.Invoke(source, null)!];

        Assert.Equal(
            ["text/html", "application/vnd.plotly.v1+json", "text/plain"],
            formatters.Select(formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!));
        Assert.All(formatters, formatter =>
        {
            MethodInfo format = Assert.Single(formatter.GetType().GetMethods(), method => method.Name == "Format");
            Assert.Equal(typeof(bool), format.ReturnType);
            Assert.Equal([typeof(object), typeof(TextWriter)], format.GetParameters().Select(parameter => parameter.ParameterType));
        });
    }

    [Theory]
    [InlineData("text/html", "<div")]
    [InlineData("application/vnd.plotly.v1+json", "{\"data\":[")]
    [InlineData("text/plain", "Figure: scatter, 2 points")]
    public void Figures_are_written_in_every_MIME_type(string mimeType, string start)
    {
        using StringWriter writer = new();

        Assert.True(new ValueFormatter(mimeType).Format(new Figure(new Scatter { X = [1, 2], Y = [3, 4] }), writer));

        Assert.StartsWith(start, writer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/x-unknown")]
    [InlineData("")]
    public void Unknown_MIME_types_write_nothing(string mimeType)
    {
        using StringWriter writer = new();

        Assert.False(new ValueFormatter(mimeType).Format(new Figure(), writer));

        Assert.Empty(writer.ToString());
    }

    [Fact]
    public void Values_without_a_display_and_null_write_nothing()
    {
        using StringWriter writer = new();
        ValueFormatter formatter = new(MimeTypes.Html);

        Assert.False(formatter.Format(42, writer));
        Assert.False(formatter.Format(null!, writer));

        Assert.Empty(writer.ToString());
    }

    [Fact]
    public void Every_marked_type_has_a_display()
    {
        Type[] marked = [.. typeof(ValueFormatters).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<TypeFormatterSourceAttribute>()?.FormatterSourceType == typeof(ValueFormatters))];

        Assert.NotEmpty(marked);
        Assert.All(marked, type => Assert.NotNull(ValueDisplays.For(type)));
    }

    [Fact]
    public void Every_display_is_made_for_the_type_that_it_is_registered_for()
    {
        Assert.All(typeof(ValueFormatters).Assembly.GetCustomAttributes<DisplayAttribute>(), display =>
        {
            Assert.Equal(typeof(ValueDisplay<>).MakeGenericType(display.ValueType), display.DisplayType.BaseType);
            Assert.NotNull(display.ValueType.GetCustomAttribute<TypeFormatterSourceAttribute>());
        });
    }
}
