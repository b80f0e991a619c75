import type { RunningOffice } from './running-office.js';
import { eventually, type StandIn } from './stand-in.js';

/** A worker that begins asks the province at once what was handed in there: one more comes, asks, and goes when all is in. */
export async function fetchedAnew(
  office: RunningOffice,
  province: StandIn,
  isIn: () => Promise<boolean>,
): Promise<void> {
  const asked = () => province.received.filter(({ method }) => method === 'GET').length;
  await eventually(() => asked() > 0); // the office's own worker, as it began
  const before = asked();
  const worker = office.startWorker();
  await eventually(() => asked() > before);
  await eventually(isIn);
  await worker.stop();
}
