import type { APIRoute, GetStaticPaths } from 'astro';
import { askedOfBoth, programsOf } from '../../observations/witness/asked.ts';
import { litmusFile, promelaFile, type ProgramFile } from '../../observations/witness/files.ts';

/** Each program that herd7 was asked, and its question for Spin, as files. */
export const getStaticPaths = (() => {
  const asked = askedOfBoth();
  const files = programsOf(asked).flatMap((program) => [
    litmusFile(program),
    promelaFile(program.name, asked),
  ]);
  return files.map((file) => ({ params: { file: file.name }, props: { file } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: ProgramFile }> = ({ props: { file } }) =>
  new Response(file.text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
