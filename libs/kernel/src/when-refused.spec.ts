import { notFound } from './common-refusals.js';
import { whenRefused } from './when-refused.js';

it('a refusal comes to what is said instead; a fault is thrown on', async () => {
  expect(await Promise.reject(notFound()).catch(whenRefused('nobody'))).toBe('nobody');
  const lost = new Error('Connection terminated');
  await expect(Promise.reject(lost).catch(whenRefused('nobody'))).rejects.toBe(lost);
});
