import { PRINT_TYPES } from '#documents';

/** The forms in which tables and documents go out, with their media types. */
export const OUTPUT_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ...PRINT_TYPES,
} as const;
export type OutputFormat = keyof typeof OUTPUT_TYPES;

export interface Reply {
  header(name: string, value: string): Reply;
  send(body: Buffer | string): unknown;
}

/** Sends a file to be kept, which nobody on the way keeps. */
export const sendFile = (reply: Reply, name: string, format: OutputFormat, bytes: Buffer | string): unknown =>
  reply
    .header('content-type', OUTPUT_TYPES[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'private, no-store')
    .send(bytes);
