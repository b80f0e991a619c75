import fc from 'fast-check';
import { twoFormsAgree } from '../../../../test/support/random-log.js';

// `npm run check:long -- --only two-forms-of-a-log` makes 2,000.
it('F9: a log made at random is the same dossiers as CSV and as XES', () =>
  fc.assert(
    twoFormsAgree((inCsv, inXes) => expect(inXes).toEqual(inCsv)),
    { numRuns: 20, seed: 24 },
  ));
