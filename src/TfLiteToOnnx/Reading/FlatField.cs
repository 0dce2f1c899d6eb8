// A field of a table: its number in the vtable and the schema's name for it.
namespace TfLiteToOnnx.Reading;

/// <summary>A field as the schema declares it; the name is for error messages.</summary>
internal readonly record struct FlatField(int Id, string Name);
