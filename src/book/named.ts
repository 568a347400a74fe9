/** Chapters that pages of the shell lead to. A copy with content of its own does without them. */
export const NAMED = {
  trial: '/guide/nine-policies-on-trial/',
  landed: '/guide/what-landed/',
  apart: '/guide/entries-typed-apart/',
  machine: '/guide/on-your-own-machine/',
} as const;

export type Named = keyof typeof NAMED;
