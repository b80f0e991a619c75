const figures = new Intl.NumberFormat('vi-VN');

/** A sum of money as officials write it: 1.250.000 ₫. */
export const formatDong = (amount: number): string => `${figures.format(amount)} ₫`;
