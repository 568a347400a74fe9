/** The chapter on faults, to which their registers lead. Those of reasons are in `reasons/reasons.json`. */
export const FAULT = '/guide/the-fault/';
