import { rememberedId } from '#kernel';

/** The stream of an office's organisation. */
export const officeSubject = (office: string): string => rememberedId(office, 'office');
