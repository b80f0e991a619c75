import { derivedId } from '#kernel';

/** The stream of an office's organisation. */
export const officeSubject = (office: string): string => derivedId(office, 'office');
