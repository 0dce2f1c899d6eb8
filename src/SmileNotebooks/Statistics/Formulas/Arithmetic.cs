// Arithmetic within a formula: log(y), I(x^2), factor(id). A variable of the model is such an expression, most often a bare name.
namespace SmileNotebooks;

internal abstract record Arithmetic
{
    public abstract IEnumerable<string> Columns { get; }

    /// <summary>One value a row.</summary>
    public abstract double[] Evaluate(DataColumns data);

    /// <summary>One value a row with the digits that doubles leave off, where the arithmetic is exact enough to have them.</summary>
    public virtual DoubleDouble[] EvaluatePrecisely(DataColumns data) => Array.ConvertAll(Evaluate(data), value => (DoubleDouble)value);

    public sealed record Constant(double Value, string Text) : Arithmetic
    {
        public override IEnumerable<string> Columns => [];

        public override double[] Evaluate(DataColumns data)
        {
            double[] values = new double[data.RowCount];
            Array.Fill(values, Value);
            return values;
        }

        public override string ToString() => Text;
    }

    public sealed record Name(string Column) : Arithmetic
    {
        public override IEnumerable<string> Columns => [Column];

        public override double[] Evaluate(DataColumns data) => data.Numeric(Column).ToArray();

        public override string ToString() => Column;
    }

    public sealed record Call(string Function, Arithmetic Argument) : Arithmetic
    {
        /// <summary>A number read as labels: the column is a factor in this formula alone.</summary>
        public const string FactorFunction = "factor";

        // I() is R's way to say that what follows is arithmetic.
        private static readonly Dictionary<string, Func<double, double>> s_functions = new(StringComparer.Ordinal)
        {
            ["I"] = value => value,
            ["log"] = Math.Log,
            ["log2"] = Math.Log2,
            ["log10"] = Math.Log10,
            ["exp"] = Math.Exp,
            ["sqrt"] = Math.Sqrt,
            ["abs"] = Math.Abs,
            ["sin"] = Math.Sin,
            ["cos"] = Math.Cos,
            ["tan"] = Math.Tan,
        };

        public static IEnumerable<string> Functions => s_functions.Keys.Append(FactorFunction);

        public override IEnumerable<string> Columns => Argument.Columns;

        public override double[] Evaluate(DataColumns data)
        {
            double[] values = Argument.Evaluate(data);
            Func<double, double> function = s_functions[Function];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = function(values[i]);
            }

            return values;
        }

        public override DoubleDouble[] EvaluatePrecisely(DataColumns data) => Function == "I" ? Argument.EvaluatePrecisely(data) : base.EvaluatePrecisely(data);

        public override string ToString() => $"{Function}({Argument})";
    }

    public sealed record Negation(Arithmetic Argument) : Arithmetic
    {
        public override IEnumerable<string> Columns => Argument.Columns;

        public override double[] Evaluate(DataColumns data) => Array.ConvertAll(Argument.Evaluate(data), value => -value);

        public override DoubleDouble[] EvaluatePrecisely(DataColumns data) => Array.ConvertAll(Argument.EvaluatePrecisely(data), value => -value);

        public override string ToString() => $"-{Argument}";
    }

    public sealed record Parenthesis(Arithmetic Argument) : Arithmetic
    {
        public override IEnumerable<string> Columns => Argument.Columns;

        public override double[] Evaluate(DataColumns data) => Argument.Evaluate(data);

        public override DoubleDouble[] EvaluatePrecisely(DataColumns data) => Argument.EvaluatePrecisely(data);

        public override string ToString() => $"({Argument})";
    }

    public sealed record Operation(char Operator, Arithmetic Left, Arithmetic Right) : Arithmetic
    {
        public override IEnumerable<string> Columns => Left.Columns.Concat(Right.Columns);

        public override double[] Evaluate(DataColumns data)
        {
            double[] left = Left.Evaluate(data), right = Right.Evaluate(data);
            for (int i = 0; i < left.Length; i++)
            {
                left[i] = Operator switch
                {
                    '+' => left[i] + right[i],
                    '-' => left[i] - right[i],
                    '*' => left[i] * right[i],
                    '/' => left[i] / right[i],
                    _ => Math.Pow(left[i], right[i]),
                };
            }

            return left;
        }

        public override DoubleDouble[] EvaluatePrecisely(DataColumns data)
        {
            DoubleDouble[] left = Left.EvaluatePrecisely(data), right = Right.EvaluatePrecisely(data);
            for (int i = 0; i < left.Length; i++)
            {
                left[i] = Operator switch
                {
                    '+' => left[i] + right[i],
                    '-' => left[i] - right[i],
                    '*' => left[i] * right[i],
                    '/' => left[i] / right[i],
                    _ => Power(left[i], right[i].High),
                };
            }

            return left;
        }

        private static DoubleDouble Power(DoubleDouble basis, double exponent) =>
            exponent == Math.Truncate(exponent) && Math.Abs(exponent) <= 64 ? DoubleDouble.Power(basis, (int)exponent) : Math.Pow(basis.High, exponent);

        // Spaced as R prints it, so that names of columns agree: I(x^2), I(x/2), I(x * 2).
        public override string ToString() => Operator is '^' or '/' ? $"{Left}{Operator}{Right}" : $"{Left} {Operator} {Right}";
    }
}
