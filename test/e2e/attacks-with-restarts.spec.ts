import { ATTACKS } from '../attack/attacks.js';
import { Target } from '../attack/target.js';
import { withProduct } from '../support/started-product.js';

/** Of the rows of `npm run attack` that start the product anew, those that take seconds. */
const ROWS = ['M7', 'V9', 'H5'];

it('what a start, a provider or a proxy once let through is held', async () => {
  const verdicts = await withProduct(async (product) => {
    const target = Target.of(product);
    const told: Record<string, unknown> = {};
    for (const { id, what, attempt } of ATTACKS.filter((one) => ROWS.includes(one.id)))
      told[`${id} ${what}`] = await attempt(target);
    return told;
  });
  expect(Object.values(verdicts)).toHaveLength(ROWS.length);
  for (const verdict of Object.values(verdicts)) expect(verdict).toMatchObject({ held: true });
});
