/** A refusal as the service says it (RFC 9457), in the language it was asked in. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  errors?: readonly { field: string; message: string }[];
  retryAfterS?: number;
}

export const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'status' in error && 'title' in error;

const AWAY = {
  vi: {
    title: 'Không kết nối được với máy chủ',
    detail: 'Nội dung đang nhập vẫn còn. Kiểm tra mạng rồi thử lại.',
  },
  en: {
    title: 'The server can’t be reached',
    detail: 'What you typed is still here. Check the network and try again.',
  },
};

/** Whatever went wrong as a refusal that can be shown. */
export function problemOf(error: unknown, language: 'vi' | 'en'): Problem {
  if (isProblem(error)) return error;
  return { status: 0, code: 'away', ...AWAY[language] };
}
