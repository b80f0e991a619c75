/**
 * TCVN 5712:1993 in the form of the ".Vn" fonts (TCVN3, ABC): which letter each of its codes is drawn as. A code is written
 * here as the character that other programs show for it (ISO 8859-1).
 */
const LETTERS = new Map(
  (
    '¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ ' +
    'Õế Öệ ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);

const BEYOND_ASCII = /[\u0080-\uffff]/g;

/** A text in TCVN3 as Unicode; undefined where it holds what TCVN3 has no letter for, and so is written otherwise. */
export function fromTcvn3(text: string): string | undefined {
  const signs = text.match(BEYOND_ASCII) ?? [];
  if (!signs.every((sign) => LETTERS.has(sign) || MARKS.has(sign))) return undefined;
  return text.replace(BEYOND_ASCII, (sign) => LETTERS.get(sign) ?? sign);
}

/** Marks that programs put in by themselves, whatever the letters' font. */
const MARKS: ReadonlySet<string> = new Set('\u00a0–—‘’“”•…');
