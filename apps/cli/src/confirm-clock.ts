import { withRuntime } from './with-runtime.js';

/** Says that the database's clock is right after it jumped; running processes go by it within a second. */
export async function confirmClock(): Promise<void> {
  await withRuntime(async ({ clock }) => {
    const doubt = await clock.confirm();
    process.stdout.write(
      doubt
        ? `Đã xác nhận đồng hồ, lệch ${Math.round(doubt.aheadMs / 1_000)} giây · the clock is confirmed.\n`
        : 'Đồng hồ không có gì phải xác nhận · there is nothing to confirm.\n',
    );
  });
}
