/** What a file holds, as a body carries it. */
export const inBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '');
    reader.onerror = () => reject(new Error('the file can’t be read'));
    reader.readAsDataURL(file);
  });

/** The file that was chosen under a name; empty where none was. */
export async function fileIn(fields: FormData, name: string): Promise<string> {
  const file = fields.get(name);
  return file instanceof File ? inBase64(file) : '';
}
