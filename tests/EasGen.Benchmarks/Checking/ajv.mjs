// What easgen is held against: the same files, judged by the JSON Schema alone.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const tests = fileURLToPath(new URL("../../", import.meta.url));
const Ajv = createRequire(join(tests, "EasGen.Docs.Tests/ajv/package.json"))("ajv").default;
const schema = JSON.parse(readFileSync(join(tests, "../docs/eas-service.schema.json"), "utf8"));
const validate = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(schema);

const folder = process.argv[2];
let wrong = 0;
for (const name of readdirSync(folder)) {
  if (validate(JSON.parse(readFileSync(join(folder, name), "utf8")))) continue;
  wrong++;
  for (const error of validate.errors) console.log(`${name}${error.instancePath}: ${error.message}`);
}
console.error(`${wrong} of the files are wrong`);
