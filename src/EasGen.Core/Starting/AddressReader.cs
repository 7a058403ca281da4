namespace EasGen.Core.Starting;

/// <summary>Reads the addresses of one program from its arguments and variables.</summary>
internal sealed class AddressReader
{
    private readonly StartedProgram program;
    private readonly Variables variables;
    private readonly Server server;
    private readonly List<ToldValue> arguments;
    private readonly List<ProgramAddress> found = [];

    // True when more may be told, in a variable that is not known or in a file.
    private readonly bool mayBeTold;

    private AddressReader(StartedProgram program, Variables variables)
    {
        (this.program, this.variables) = (program, variables);
        server = Servers.Of(program);
        (arguments, mayBeTold) = Expanded(program.Arguments, variables);
        mayBeTold |= IsElsewhere();
    }

    /// <summary>The addresses; null when the settings do not tell them.</summary>
    public static IReadOnlyList<ProgramAddress>? Read(StartedProgram program, Variables variables)
    {
        var reader = new AddressReader(program, variables);
        var isKnown = (!reader.server.IsDotnet || reader.ReadDotnet()) && Array.TrueForAll(reader.server.Listeners, reader.Read);
        return isKnown ? reader.found : null;
    }

    private bool Read(Listener listener)
    {
        var ports = Told(listener.Ports, listener.PortVariables);
        var hosts = Told(listener.Hosts, listener.HostVariables);
        var addresses = Told(listener.Addresses, listener.AddressVariables);
        if (Behind(listener.AddressBehind) is { } behind)
            addresses.Add(behind);

        var port = default(int?);
        if (ports.Count > 0 && (port = ListenText.PortOf(Known(ports[ports.Count - 1]))) is null)
            return false;
        var portPlace = port is null ? null : ports[ports.Count - 1].Place;
        var host = hosts.Count == 0 ? null : Known(hosts[hosts.Count - 1]);
        var hostPlace = host is null ? null : hosts[hosts.Count - 1].Place;
        if (server.IsOfUser && host is not null && !new ListenText("", host, null, "").IsLocal)
            return false;

        foreach (var address in addresses)
        {
            if (ParseAddress(address) is not { } text || (server.IsOfUser && !text.IsLocal))
                return false;
            Add(
                listener,
                text.Host.Length > 0 || text.Port is null ? text.Host : host,
                text.Host.Length > 0 ? address.Place : hostPlace,
                text.Port ?? port,
                text.Port is null ? portPlace : address.Place,
                text.IsTls ? address.Place : null);
        }
        if (addresses.Count > 0)
            return true;
        // Of a program of the user's own that is told nothing there is nothing to say.
        if (port is null && (listener.IsClosed || (server.IsOfUser && host is null)))
            return true;
        if (port is null && mayBeTold)
            return false;
        Add(listener, host, hostPlace, port, portPlace, null);
        return true;
    }

    private void Add(Listener listener, string? host, string? hostPlace, int? port, string? portPlace, string? tlsPlace)
    {
        // Who sets PORT means a port that others reach, and gunicorn then listens on every address; so may one that reads a file.
        var byVariable = portPlace is not null && portPlace == variables.Seen("PORT")?.Place && listener.PortVariables.Contains("PORT");
        var defaultHost = byVariable || mayBeTold ? null : listener.DefaultHost;
        found.Add(new(
            program.Name,
            listener,
            host ?? defaultHost ?? "",
            hostPlace,
            port ?? listener.DefaultPort,
            portPlace,
            tlsPlace ?? TlsPlace()));
    }

    // The settings of ASP.NET Core, which any program may be built on. The start line counts before the variables.
    private bool ReadDotnet()
    {
        var told = new Dictionary<string, (int Order, ToldValue Value)>(StringComparer.Ordinal);
        foreach (var variable in variables.OfDotnet)
        {
            var setting = DotnetSetting.OfVariable(variable.Key)!;
            if (DotnetSetting.IsCertain(variable.Key) || IsLocal(setting, variable.Value.Text))
                Tell(setting, DotnetSetting.Order(variable.Key), variable.Value);
        }
        foreach (var (key, value) in ProgramOptions.Read(arguments, static name => DotnetSetting.Of(name.TrimStart('-')) is not null))
            Tell(DotnetSetting.Of(key.TrimStart('-'))!, int.MaxValue, value);
        if (told.Count == 0)
            return true;

        var rank = told.Keys.Min(DotnetSetting.Rank);
        foreach (var (setting, (_, value)) in told
            .Where(setting => DotnetSetting.Rank(setting.Key) == rank)
            .Select(static setting => (setting.Key, setting.Value)))
        {
            foreach (var address in DotnetSetting.Parse(setting, variables.Fill(value.Text) ?? value.Text))
            {
                if (address is null)
                    return false;
                found.Add(new(
                    program.Name,
                    null,
                    address.Host,
                    value.Place,
                    address.Port,
                    value.Place,
                    address.IsTls ? value.Place : null));
            }
        }
        return true;

        void Tell(string setting, int order, ToldValue value)
        {
            if (value.Text.Length > 0 && (!told.TryGetValue(setting, out var other) || order >= other.Order))
                told[setting] = (order, value);
        }
    }

    private static bool IsLocal(string setting, string urls) =>
        Array.TrueForAll(DotnetSetting.Parse(setting, urls), static url => url?.IsLocal is true);

    // What the arguments say under one of the names, else what the first of the variables says.
    private List<ToldValue> Told(string[] options, string[] names)
    {
        List<ToldValue> told = options.Length == 0
            ? []
            : [.. ProgramOptions.Read(arguments, name => Is(name, options)).Select(static option => option.Value)];
        if (told.Count == 0 && names.Select(variables.Seen).FirstOrDefault(static value => value?.Text.Length > 0) is { } variable)
            told.Add(variable);
        return told;
    }

    private ToldValue? Behind(string? word)
    {
        if (word is null)
            return null;
        var behind = arguments.AsEnumerable();
        if (word.Length > 0)
            behind = behind.SkipWhile(argument => argument.Text != word).Skip(1);
        return behind
            .Where(static argument => ListenText.Parse(argument.Text)?.Port is not null)
            .Select(static argument => (ToldValue?)argument)
            .FirstOrDefault();
    }

    // An option without a value, as ComfyUI's --listen, means every address.
    private ListenText? ParseAddress(ToldValue address) =>
        address.Text.Length == 0 ? new("", "0.0.0.0", null, "") : ListenText.Parse(Known(address));

    private string Known(ToldValue value) => variables.Fill(value.Text) ?? value.Text;

    private bool IsElsewhere() =>
        server.Elsewhere.Length > 0 && (Array.Exists(server.Elsewhere, name => variables.Seen(name) is not null)
            || ProgramOptions.Read(arguments, name => Is(name, server.Elsewhere)).Any());

    private string? TlsPlace() => server.Tls.Length == 0 ? null
        : ProgramOptions.Read(arguments, name => Is(name, server.Tls)).Select(static option => option.Value.Place).FirstOrDefault();

    // The arguments as the program gets them: a variable may stand for several, unless it is the value of an option.
    private static (List<ToldValue> Arguments, bool MayBeMore) Expanded(IReadOnlyList<ToldValue> arguments, Variables variables)
    {
        var (expanded, mayBeMore, before) = (new List<ToldValue>(), false, "");
        foreach (var argument in arguments)
        {
            if (!Variables.IsReference(argument.Text))
                expanded.Add(argument);
            else if (variables.Fill(argument.Text) is { } text)
                expanded.AddRange(text
                    .Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => argument with { Text = word }));
            else
            {
                expanded.Add(argument);
                mayBeMore |= !(before.StartsWith("-", StringComparison.Ordinal) && before.IndexOf('=') < 0);
            }
            before = argument.Text;
        }
        return (expanded, mayBeMore);
    }

    private static bool Is(string name, string[] options) =>
        Array.Exists(options, option => option == name || Normal(option) == Normal(name));

    private static string Normal(string option) => option.StartsWith("--", StringComparison.Ordinal) ? option.Replace('_', '-') : option;
}
