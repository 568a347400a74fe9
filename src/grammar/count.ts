/** A count as a sentence has it: `4,096`. */
export const counted = (count: number): string => count.toLocaleString('en');
