/* What a text says of the host around an error: the part for texts that hold more than the error. */
export { readCapabilities } from '../read/capabilities.ts';
export { readHost } from '../read/host.ts';
export { readMappings } from '../read/mappings.ts';
export { readPageSize } from '../read/page-size.ts';
export { readReads } from '../read/reads.ts';
export { readSearches } from '../read/searches.ts';
