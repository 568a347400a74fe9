// node check.mjs ROWS MODULE, or: node check.mjs ROWS -- PROGRAM ARGUMENT...
// Holds somebody's code against a file of rows. See README.md beside it. Needs Node 20 and nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'rows');
const SHOWN = 5;

// In the place of an answer: why there is none.
const WHY = Symbol('why');
const noAnswer = (why) => ({ [WHY]: why });

const wrong = (received, wanted) => {
  console.error(`check: received ${received}; expected ${wanted}; see README.md`);
  process.exit(2);
};

const [name, how, ...command] = process.argv.slice(2);
const path = join(folder, `${name}.json`);
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
if (name === undefined || !existsSync(path)) wrong(name ?? 'no name', `one of ${names.join(', ')}`);
if (how === undefined) wrong('no code', 'a module, or -- and a program');

const { columns, inputs, outputs, cases, results = [] } = JSON.parse(readFileSync(path, 'utf8'));
const rows = cases.map((cells) =>
  Object.fromEntries(columns.map((column, i) => [column, cells[i]])),
);
const questions = rows.map((row) =>
  Object.fromEntries(Object.keys(inputs).map((key) => [key, row[key]])),
);
const answers = how === '--' ? ofProgram(command) : await ofModule(how);

const failed = rows.flatMap((row, i) => {
  const differ = Object.keys(outputs).filter((column) => !fits(column, row[column], answers[i]));
  return differ.length === 0 ? [] : [{ row, i, differ }];
});
for (const { row, i, differ } of failed.slice(0, SHOWN)) {
  console.log(`row ${i + 1}: ${JSON.stringify(questions[i])}`);
  for (const column of differ)
    console.log(
      `  ${column}: received ${inWords(column, answers[i])}, expected ${JSON.stringify(expected(column, row[column]))}`,
    );
}
console.log(`${rows.length - failed.length} of ${rows.length} rows agree`);
process.exit(failed.length === 0 ? 0 : 1);

// A column that names results holds places in the list of results: any of them is right.
function expected(column, cell) {
  if (column === 'accept') return cell.map((place) => results[place]);
  return column === 'result' ? results[cell] : cell;
}

// What is compared and shown is somebody else's: to read it may throw.
function fits(column, cell, answer) {
  try {
    if (column === 'accept') return expected(column, cell).some((one) => same(one, answer));
    return same(expected(column, cell), answer[column]);
  } catch {
    return false;
  }
}

function inWords(column, answer) {
  try {
    if (answer?.[WHY] !== undefined) return answer[WHY];
    const whole = column === 'accept' || typeof answer !== 'object' || answer === null;
    return shown(whole ? answer : answer[column]);
  } catch {
    return 'what cannot be read';
  }
}

function shown(value) {
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}n` : one));
  return text ?? String(value);
}

function messageOf(error) {
  try {
    return String(error instanceof Error ? error.message : error).slice(0, 200);
  } catch {
    return 'what cannot be read';
  }
}

function same(want, got) {
  if (typeof want !== 'object' || want === null) return want === got;
  if (typeof got !== 'object' || got === null) return false;
  return Object.keys(want).every((key) => same(want[key], got[key]));
}

async function ofModule(file) {
  const module = await import(pathToFileURL(resolve(file)).href).catch((error) =>
    wrong(`${file}: ${messageOf(error)}`, 'a module that can be loaded'),
  );
  if (typeof module.default !== 'function')
    wrong(file, 'a module whose default export is a function');
  const all = [];
  for (const question of questions) {
    try {
      all.push(await module.default(question));
    } catch (error) {
      all.push(noAnswer(`an error: ${messageOf(error)}`));
    }
  }
  return all;
}

function ofProgram([program, ...args]) {
  if (program === undefined) wrong('-- alone', '-- and a program');
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const { error, stdout, status } = spawnSync(program, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (error) wrong(`${program}: ${error.message}`, 'a program that runs');
  const lines = stdout.split('\n').filter((line) => line !== '');
  if (lines.length !== questions.length)
    wrong(
      `${lines.length} lines from ${program}, exit code ${status}`,
      `${questions.length}, one a row`,
    );
  return lines.map((line) => {
    try {
      return JSON.parse(line);
    } catch {
      return noAnswer(`a line that is no JSON: ${line.slice(0, 200)}`);
    }
  });
}
