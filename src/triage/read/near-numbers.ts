/* What tells that a line can hold a number that means something: cheap, and asked before all else. */

/** What a descriptor is called. */
export const OF_LEAF = /pte|pmd|leaf|desc|entry/;
/** Names of registers and of their fields, as far as they begin. */
export const OF_REGISTER =
  /esr|far|mair|ctr|mmfr2|hcr|vtcr|hsr|ipa|gpa|gva|vaddr|syndrome|fsc|wnr|ec ?[=:]|isv ?=/;
