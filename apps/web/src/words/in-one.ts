const PLACE = /^(?:Ô|Dòng) [^:]+: /u;

/** What is said in both languages, one after the other ("… · …"), in one; the cell that it is about is named in either. */
export function inOne(message: string, language: 'vi' | 'en'): string {
  const at = message.lastIndexOf(' · ');
  if (at < 0) return message;
  return language === 'vi' ? message.slice(0, at) : (PLACE.exec(message)?.[0] ?? '') + message.slice(at + 3);
}
