namespace EasGen.Core.Settings;

/// <summary>The parameters of the console's page for custom deployment, as the page calls them, from top to bottom.</summary>
internal static class ConsoleParameters
{
    public const string ServiceName = "Service Name";
    public const string DeploymentMethod = "Deployment method: image / processor";
    public const string AsynchronousServices = "Asynchronous Services";
    public const string EnableWebApplication = "Enable web application";
    public const string Image = "Image: Alibaba Cloud / Custom / Address";
    public const string RegistryUser = "Registry user name and password";
    public const string OssMount = "Model/Code/Mount: OSS + Mount Path";
    public const string NasMount = "NAS: file system, mount target, path, mount path";
    public const string CpfsMount = "CPFS for Lingjun: file system, path, mount path";
    public const string PaiModel = "PAI Model + mount path";
    public const string GitMount = "Git: address + mount path";
    public const string CodeBuild = "Code Build";
    public const string CustomDataset = "Custom Dataset";
    public const string Command = "Command + port";
    public const string ThirdPartyLibraries = "Third-party Libraries / requirements.txt path";
    public const string EnvironmentVariables = "Environment Variables";
    public const string HealthCheck = "Health Check";
    public const string EnableGrpc = "Enable gRPC";
    public const string ModelSettings = "Processor: Model Settings OSS / URL / PAI model";
    public const string ProcessorType = "Processor Type";
    public const string ModelType = "Model Type";
    public const string ProcessorLanguage = "Processor Language";
    public const string ProcessorPackage = "Processor Package";
    public const string ProcessorMainFile = "Processor Main File";
    public const string MountConfigurations = "Mount Configurations (processor)";
    public const string ResourceType = "Resource Type";
    public const string GpuSharing = "GPU Sharing";
    public const string Instances = "Instances";
    public const string DedicatedResources = "vCPUs / Memory / GPUs (dedicated)";
    public const string DeploymentResources = "Deployment Resources (instance types, up to five)";
    public const string Bidding = "Bidding + price";
    public const string ProtectionPeriod = "Protection period: none / 1 hour";
    public const string ElasticResourcePool = "Elastic Resource Pool";
    public const string AdditionalSystemDisk = "Additional System Disk";
    public const string DistributedInference = "Distributed Inference";
    public const string RollingUpdate = "Rolling Update: exceeding / unavailable";
    public const string SharedMemory = "Shared Memory";
    public const string HighPriorityRescheduling = "High-priority Resource Rescheduling";
    public const string GpuDriver = "GPU Driver";
    public const string Vpc = "VPC / vSwitch / Security Group";
    public const string MemoryCaching = "Memory Caching";
    public const string DedicatedGateway = "Dedicated Gateway";
    public const string LlmRouter = "LLM Intelligent Router";
    public const string ResponseTimeout = "Service Response Timeout Period (s)";
    public const string GracefulShutdownTime = "Graceful Shutdown Time";
    public const string SendSigterm = "Send SIGTERM";
    public const string SaveCallRecords = "Save Call Records → MaxCompute / Log Service";
    public const string TaskMode = "Task Mode";
    public const string SecureEncryption = "Configure Secure Encryption Environment";
    public const string TracingAnalysis = "Tracing Analysis";
    public const string ServiceConfiguration = "Service Configuration (JSON editor)";
}
