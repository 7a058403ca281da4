using System.Text;
using EasGen.AspNetCore.Starting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.DynamicParameters;

internal static class ParameterSetup
{
    /// <summary>
    /// Adds the dynamic parameters to the configuration of the app. What EAS shows outranks all that was configured before; what
    /// the class declares is only there where nothing else is.
    /// </summary>
    public static void AddDynamicParameters(this WebApplicationBuilder builder, EasServiceDescription description)
    {
        if (description.DynamicParameters is not { } json)
            return;

        // Not a source before all others: to insert one loads the others again, which not all of them can.
        var configuration = builder.Configuration;
        configuration.AddInMemoryCollection([.. Declared(json, description.Name).Where(pair => configuration[pair.Key] is null)]);
        var file = new ParameterFile(
            Variables.Find(configuration, ParameterFile.Variable) ?? ParameterFile.DefaultPath,
            new ParameterTypes(json));
        ((IConfigurationBuilder)configuration).Add(file);
        builder.Services.AddSingleton(file);
        builder.Services.AddHostedService<ParameterReload>();
    }

    private static Dictionary<string, string?> Declared(string json, string name)
    {
        try
        {
            return ParameterJson.Read(Encoding.UTF8.GetBytes(json));
        }
        catch (FormatException exception)
        {
            throw new WrongSettingException($"The dynamic parameters of {name} cannot be configuration: {exception.Message}");
        }
    }
}
