// What all of the rehearsal speaks of.
global using EasGen.Core.Json;
global using EasGen.Core.ServiceModel;
global using EasGen.Core.Settings;
global using EasGen.Rehearsal.Records;
global using EasGen.Rehearsal.Services;
