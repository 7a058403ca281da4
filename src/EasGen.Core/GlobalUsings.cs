// The lower half of Core, which the rest of it speaks in. What stands above these is imported file by file, and the
// architecture test sees to it that every arrow goes down.
global using EasGen.Core.Json;
global using EasGen.Core.Rules;
global using EasGen.Core.ServiceModel;
global using EasGen.Core.Settings;
