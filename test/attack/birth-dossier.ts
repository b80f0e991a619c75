import type { Caller } from './caller.js';

/** What the procedure of a birth registered again asks for. */
export const COMPONENTS = ['Tờ khai đăng ký lại khai sinh', 'Bản sao giấy tờ có thông tin khai sinh'];

/** A dossier of it, as it is handed in at the desk. */
export const BIRTH = {
  procedureCode: '1.004884',
  channel: 'counter',
  components: COMPONENTS.map((name) => ({ name, form: 'original' })),
};

export interface Receipt {
  dossierId: string;
  lookup: { code: string; secret: string };
}

/** Hands one in at the desk, for somebody who was not known; what they take home. */
export async function handIn(desk: Caller): Promise<Receipt> {
  const applicant = { name: 'Trần Thị Dân', phone: '0912345678' };
  const { status, body } = await desk.post('/api/v1/dossiers', { ...BIRTH, applicant });
  if (status !== 201) throw new Error(`not received: ${status}`);
  return { dossierId: String(body.dossierId), lookup: body.lookup as Receipt['lookup'] };
}
