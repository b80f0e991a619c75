import { FileHash, Text } from '#kernel';

/** What shows a number that is entered by hand (minh chứng, R31). */
export class WithEvidence {
  @Text({ description: 'Minh chứng · evidence in words', min: 3, max: 2000, optional: true })
  evidence?: string;

  @FileHash({ description: 'SHA-256 của tệp minh chứng · hash of its file', optional: true })
  evidenceFile?: string;
}
