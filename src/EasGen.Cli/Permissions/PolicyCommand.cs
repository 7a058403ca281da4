using System.CommandLine;
using EasGen.Cli.Cloud;
using EasGen.Cli.Inputs;
using EasGen.Cli.Terminal;
using EasGen.Core.Features;

namespace EasGen.Cli.Permissions;

/// <summary>The verb <c>policy</c>: what an access key has to be allowed.</summary>
internal static class PolicyCommand
{
    private const string Any = "*";

    public static Command Create()
    {
        var services = ServiceTarget.CreateArguments();
        var region = new Option<string?>("--region", "-r")
        {
            Description = "The region of the services, as cn-shanghai. Default: that which an artifact names, else any.",
            HelpName = "REGION",
        };
        var account = new Option<string>("--account")
        {
            Description = "The id of the Alibaba Cloud account. Default: that of whom the policy is given to.",
            HelpName = "ID",
            DefaultValueFactory = static _ => Any,
        };
        account.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<string>() is { } id && id != Any && (id.Length == 0 || !id.All(char.IsAsciiDigit)))
                result.AddError($"--account '{id}' is not the id of an account, which has digits only");
        });
        var readOnly = new Option<bool>("--read-only") { Description = "For plan, status, why, logs and pull alone." };
        var verb = new Verb(
            "policy",
            "Prints the RAM policy that an access key needs for what easgen does with these services, and nothing else.",
            "easgen policy iris_classifier --region cn-shanghai",
            "easgen policy iris_classifier digit_reader --read-only")
        {
            services,
            region,
            account,
            readOnly,
        };
        verb.SetAction(parsed => Run(
            parsed.GetValue(services)!,
            parsed.GetValue(region),
            parsed.GetValue(account)!,
            parsed.GetValue(readOnly),
            parsed.InvocationConfiguration));
        return verb;
    }

    private static int Run(string[] services, string? region, string account, bool readOnly, InvocationConfiguration configuration)
    {
        try
        {
            var policy = RamPolicy.For([.. services.Select(service => ResourceOf(service, region, account))], readOnly);
            using var output = Screen.Output(configuration);
            output.WriteJson(policy);
            return ExitCode.Clean;
        }
        catch (CommandException problem)
        {
            InputErrors.Write([problem.Message], configuration);
            return problem.ExitCode;
        }
    }

    // A star in a name would mean more services than one.
    private static string ResourceOf(string argument, string? region, string account)
    {
        var target = ServiceTarget.Of(argument);
        if (!EasService.Name.Matches(target.Name))
            throw new CommandException(
                $"'{target.Name}' is not the name of a service, which has lower-case letters, digits, underscores and hyphens");
        var place = region ?? target.Region ?? Any;
        if (place != Any && place.Any(static sign => !char.IsAsciiLetterLower(sign) && !char.IsAsciiDigit(sign) && sign != '-'))
            throw new CommandException($"'{place}' is not a region; write one as cn-shanghai");
        return $"acs:eas:{place}:{account}:service/{target.Name}";
    }
}
