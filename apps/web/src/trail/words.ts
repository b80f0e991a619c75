export const words = {
  vi: { history: 'Đã diễn ra', none: 'Chưa có gì.' },
  en: { history: 'What happened', none: 'Nothing yet.' },
};
