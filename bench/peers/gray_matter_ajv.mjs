// Peer: gray-matter and ajv, the validator compiled once; front matter only.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import matter from 'gray-matter';

// Dates stay text, as JSON Schema wants them: the core schema of the js-yaml that gray-matter itself uses.
const yaml = createRequire(createRequire(import.meta.url).resolve('gray-matter'))('js-yaml');
const load = yaml.safeLoad ?? yaml.load;
const options = { engines: { yaml: (text) => load(text, { schema: yaml.CORE_SCHEMA }) } };

const schema = JSON.parse(readFileSync(new URL('post.schema.json', import.meta.url), 'utf8'));
const validate = addFormats(new Ajv({ allErrors: true })).compile(schema);

const folder = process.argv[2];
let valid = 0;
for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.md')).sort()) {
  const { data } = matter(readFileSync(join(folder, name), 'utf8'), options);
  if (validate(data)) valid += 1;
  else console.error(name, validate.errors);
}
console.log(valid);
