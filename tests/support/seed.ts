import { configureGlobal } from 'fast-check';

/**
 * One seed for all properties, so that a run can be repeated: a red run on one machine is red on
 * the next. `FAST_CHECK_SEED=$RANDOM npm test` looks elsewhere.
 */
configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20250331) });
