namespace EasGen.AspNetCore.Requests;

/// <summary>The connection broke while the body of a request was read.</summary>
internal sealed class ClientLeftException(IOException reason) : Exception(reason.Message, reason);
