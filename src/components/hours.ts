/** Minutes as a reader says them, to half an hour: “one hour”, “4½ hours”. */
export function hours(minutes: number): string {
  const half = Math.round(minutes / 30) / 2;
  return half === 1 ? 'one hour' : `${Math.floor(half)}${half % 1 ? '½' : ''} hours`;
}
