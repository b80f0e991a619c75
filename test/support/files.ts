import { newId } from '#kernel';
import { checkVault } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem } from './answers.js';
import type { Client, RunningOffice } from './running-office.js';

/** A small PDF; another number, another file. */
export const pdf = (n: number) => Buffer.from(`%PDF-1.7\n1 0 obj<<>>endobj\n%${n}\ntrailer<<>>\n%%EOF\n`);
export const PDF = pdf(1);

type Uploaded = Problem & { fileId: string; sha256: string; proof: string };

/** Files of a running office: handed in, fetched, looked for in the trail, held against the ledger. */
export function filesOf({ database, runtime, vault, seal }: RunningOffice, justice: Client) {
  return {
    upload: (bytes: Buffer, key = newId(), query = 'name=don.pdf', as = justice) =>
      as.post<Uploaded>(`/api/v1/files?${query}`, bytes, {
        'content-type': 'application/octet-stream',
        'idempotency-key': key,
      }),
    download: (fileId: string, as = justice) => as.get<string>(`/api/v1/files/${fileId}`),
    trail: async (subject: string) =>
      (await justice.get<Page<Entry>>(`/api/v1/audit?subject=${subject}`)).body.items.map(({ type }) => type),
    findings: async () => {
      await seal();
      return (await checkVault({ ...runtime, vault }, runtime.office)).findings;
    },
    /** Changes a byte of what the vault holds; done twice it is as it was. */
    changeByte: (fileId: string) =>
      database
        .owner()
        .query(
          'update vault.file set content = set_byte(content, 20, get_byte(content, 20) # 1) where file_id = $1',
          [fileId],
        ),
  };
}
