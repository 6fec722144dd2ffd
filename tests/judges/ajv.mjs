// Reads {schemas: […], checks: [[reference, JSON text], …]} from stdin; writes whether each text is valid, as a JSON list.
// A schema that strict mode refuses ends it with the reason on stderr.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const { schemas, checks } = JSON.parse(readFileSync(0, "utf-8"));
const [draft2020, draft07] = [Ajv2020, Ajv].map((judge) => addFormats.default(new judge.default({ strict: true })));
const judges = new Map();
for (const schema of schemas) {
  const judge = schema.$schema.includes("draft-07") ? draft07 : draft2020;
  judge.compile(schema);
  judges.set(schema.$id, judge);
}

function valid([reference, text]) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  return judges.get(reference.split("#")[0]).getSchema(reference)(value);
}

process.stdout.write(JSON.stringify(checks.map(valid)));
