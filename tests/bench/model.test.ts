import { describe, expect, it } from 'vitest';
import { combineStages, handleFault } from 'stage-two';
import { combineInputs, faultInputs } from '../../bench/model/inputs.ts';

describe('what the bench of the model measures', () => {
  it('is the complete combining table, of as many rows as the reference has', () => {
    const inputs = combineInputs();
    expect(inputs).toHaveLength(91332); // `of` in tests/vectors/data/arch.combine.json
    expect(inputs.filter((input) => combineStages(input).findings.length > 0)).toEqual([]);
  });

  it('are faults that are answered, not refused as bad input', () => {
    const inputs = faultInputs();
    expect(inputs.filter((input) => handleFault('v6.16', input).verdict === 'invalid')).toEqual([]);
    expect(new Set(inputs.map((input) => handleFault('v7.3', input).verdict)).size).toBeGreaterThan(
      3,
    );
  });
});
