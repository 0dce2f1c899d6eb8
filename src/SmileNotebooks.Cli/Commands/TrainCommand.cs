using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SmileNotebooks.Cli.Measuring;
using SmileNotebooks.Cli.Training;
using SmileNotebooks.Host.Tool.Notebooks;

namespace SmileNotebooks.Cli.Commands;

/// <summary><c>smile train</c>: a classifier from labelled smiles, with an honest account of it.</summary>
internal sealed class TrainCommand
{
    private const string Line = "Trains a classifier on labelled smiles, and says what it does with people it has not seen.";

    private const string Details = """
        Examples:
          smile train smiles.csv --label genuine --person subject --out models/mine
          smile train clips.csv --label genuine --person subject --clip clip     clips are measured first, and kept
          smile train smiles.csv --label kind --positive spontaneous --person subject --json - | jq .auc

        TABLE.csv has a row for each smile. Every column of numbers beside label, person and clip is a feature; every column of
        words is context (camera, date) that is looked at for leaks. A table without features lists clips to be measured, named
        in the column of --clip: videos, or tables of smile measure, OpenFace 2 or py-feat (which need --frames-per-second). Paths
        count from the list's folder. A run that was broken off is gone on with by the same command: what was measured is kept.
        Nobody is on both sides of a test: without a column of persons the table is refused, unless --no-person says so.
        Written are NAME.onnx, its card NAME.json and NAME.md, and the report NAME.html. The same table, options and seed give
        the same model, byte for byte. What is checked and what accuracy is believable: docs/smiles/training.md.
        """;

    private readonly Argument<string> _table = new("table") { Description = "The table of labelled smiles or clips (CSV)." };
    private readonly Option<string> _label = new("--label") { Description = "The column of the class: 1 and 0, true and false, yes and no, or two words.", HelpName = "COLUMN", Required = true };
    private readonly Option<string?> _positive = new("--positive") { Description = "Which of two words names the class.", HelpName = "WORD" };
    private readonly Option<string?> _person = new("--person") { Description = "The column that says who smiled.", HelpName = "COLUMN" };
    private readonly Option<bool> _noPerson = new("--no-person") { Description = "Train though nobody says who smiled; the report warns of it." };
    private readonly Option<string?> _clip = new("--clip") { Description = "The column of the clip or picture.", HelpName = "COLUMN" };
    private readonly Option<string?> _context = new("--context") { Description = "Columns of numbers that are no features but context, as site,session.", HelpName = "COLUMNS" };
    private readonly Option<string?> _ignored = new("--ignore") { Description = "Columns that are passed over, as index,notes.", HelpName = "COLUMNS" };
    private readonly Option<string?> _trainer = new("--trainer") { Description = $"{string.Join(" or ", SmileTrainers.All.Select(trainer => trainer.Name))}. Default: {SmileTrainers.All[0].Name}.", HelpName = "NAME" };
    private readonly Option<string?> _out = new("--out") { Description = "Where the model goes, without extension. Default: models/ and the table's name.", HelpName = "models/NAME" };
    private readonly Option<int> _folds = Whole("--folds", "Folds of the cross-validation. Default: 5.", 5, 2);
    private readonly Option<int> _permutations = Whole("--permutations", "How often labels are dealt anew for the baseline; 0 for none. Default: 100.", 100, 0);
    private readonly Option<ulong> _seed = new("--seed") { Description = "The seed of all that is random. Default: 1.", HelpName = "N", DefaultValueFactory = _ => 1, CustomParser = ParseSeed };
    private readonly Option<string?> _licence = new("--licence") { Description = "The licence of the data, for the card.", HelpName = "TEXT" };
    private readonly Option<string?> _json = new("--json") { Description = "Write the validation as JSON; - is standard output.", HelpName = "FILE|-" };
    private readonly Option<string?> _measures = new("--measures") { Description = "For clips: the folder of what was measured. Default: beside the table.", HelpName = "DIR" };
    private readonly Option<double?> _frameRate = FrameRateOption.Create("For clips: frames per second of folders of frames, and of tables, in place of their time stamps (py-feat has none).");

    private TrainCommand()
    {
    }

    public static Command Create()
    {
        TrainCommand train = new();
        UsageErrors.RefuseOptions(train._table);
        DetailedCommand command = new("train", Line, Details)
        {
            train._table, train._label, train._positive, train._person, train._noPerson, train._clip, train._context, train._ignored, train._trainer, train._out,
            train._folds, train._permutations, train._seed, train._licence, train._json, train._measures, train._frameRate,
        };
        command.SetAction((parsed, stop) => Task.Run(() => Run(train.Read(parsed), stop), stop));
        return command;
    }

    private TrainArguments Read(ParseResult parsed)
    {
        string table = parsed.GetRequiredValue(_table);
        string? person = parsed.GetValue(_person);
        bool noPerson = parsed.GetValue(_noPerson);
        if (person is not null && noPerson)
        {
            throw new CommandException("--person and --no-person contradict each other.", ExitCode.Usage);
        }

        string trainer = parsed.GetValue(_trainer) ?? SmileTrainers.All[0].Name;
        if (SmileTrainers.All.All(known => known.Name != trainer))
        {
            throw new CommandException($"--trainer is {string.Join(" or ", SmileTrainers.All.Select(known => known.Name))}, found '{trainer}'.", ExitCode.Usage);
        }

        PersonPolicy people = noPerson ? PersonPolicy.EachClipItsOwn : PersonPolicy.Required;
        return new TrainArguments
        {
            Table = table,
            Columns = new FeatureTableOptions
            {
                Label = parsed.GetRequiredValue(_label),
                Positive = parsed.GetValue(_positive),
                Person = person,
                Clip = parsed.GetValue(_clip),
                Context = Names(parsed.GetValue(_context)),
                Ignored = Names(parsed.GetValue(_ignored)),
                People = people,
            },
            Trainer = trainer,
            Out = OutOf(parsed.GetValue(_out) ?? Path.Combine("models", Path.GetFileNameWithoutExtension(table))),
            Options = new SmileTrainingOptions { Folds = parsed.GetValue(_folds), Permutations = parsed.GetValue(_permutations), Seed = parsed.GetValue(_seed), People = people },
            Json = parsed.GetValue(_json),
            Measures = parsed.GetValue(_measures),
            FrameRate = parsed.GetValue(_frameRate),
            Licence = parsed.GetValue(_licence),
        };
    }

    private static int Run(TrainArguments arguments, CancellationToken stop)
    {
        TrainOutputs.Validate(arguments);
        TimeProvider clock = ReportClock.FromEnvironment();
        DateTimeOffset started = clock.GetUtcNow();
        try
        {
            // Opened first: that it cannot be written is said before the work.
            using OutputFile? json = arguments.Json is { } path and not "-" ? new OutputFile(path) : null;
            TrainingSmiles smiles = TrainingTable.Load(arguments, stop);
            SmileTrainingResult result = SmileTraining.Run(smiles.Table, SmileTrainers.Named(arguments.Trainer), arguments.Options, new TrainProgress(), stop);
            using (SmileClassifier classifier = result.ToClassifier(arguments.Name, arguments.Licence, arguments.Command))
            {
                classifier.Save(arguments.Out);
            }

            TrainingPage.Write(arguments, smiles, result, started, clock.GetUtcNow() - started);
            if (arguments.Json is not null)
            {
                string text = ValidationJson.Of(result, smiles.Table);
                json?.WriteLine(text);
                json?.Complete();
                if (json is null)
                {
                    Console.Out.WriteLine(text);
                }
            }

            TrainingSummary.Write(arguments.Json == "-" ? Console.Error : Console.Out, arguments, result);
            return ExitCode.Success;
        }
        catch (Exception error) when (error is TableException or SmileModelException or VideoException)
        {
            throw new CommandException(error.Message, ExitCode.Failure, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{arguments.Out}: cannot be written: {error.Message}", ExitCode.Failure, error);
        }
    }

    private static string OutOf(string path) => Path.GetExtension(path) is ".onnx" or ".html" or ".json" or ".md" ? Path.ChangeExtension(path, null) : path;

    private static ImmutableArray<string> Names(string? list) => list is null ? [] : [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static Option<int> Whole(string name, string description, int otherwise, int least) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count < least)
            {
                result.AddError($"{name} is a whole number from {least}, found '{text}'.");
            }

            return count;
        },
    };

    private static ulong ParseSeed(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
        {
            result.AddError($"--seed is a whole number from 0, found '{text}'.");
        }

        return seed;
    }
}
