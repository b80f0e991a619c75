export const words = {
  vi: {
    title: 'Hướng dẫn sử dụng',
    what: 'Mỗi trang một mục; in ra là sổ tay. Nút Trợ giúp ở mỗi trang mở đúng mục của trang ấy.',
    print: 'In sổ tay',
    contents: 'Mục lục',
  },
  en: {
    title: 'Manual',
    what: 'A chapter for each screen, in Vietnamese; printed, it is the manual. “Help” on a screen opens its chapter.',
    print: 'Print the manual',
    contents: 'Contents',
  },
};
