import { receptionReceive, type ReceiveAtDesk, type Receipt } from '#client';

/** Receives a dossier under its act's name, however often that is tried; given up where `signal` says so. */
export async function receive(body: ReceiveAtDesk, key: string, signal?: AbortSignal): Promise<Receipt> {
  const { data } = await receptionReceive({
    headers: { 'Idempotency-Key': key },
    body,
    ...(signal && { signal }),
    throwOnError: true,
  });
  return data;
}
