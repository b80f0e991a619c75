interface Most {
  file: number;
  all: number;
  files: number;
}

/** What is said where papers are sent as files (giấy tờ gửi kèm). */
export const paperWords = {
  vi: {
    limits: ({ file, all, files }: Most) =>
      `Ảnh JPEG, PNG, HEIC, bản quét TIFF, tệp PDF, Word (DOCX) hoặc Excel (XLSX). Nhiều nhất ${files} tệp, mỗi tệp ${file} MB, tất cả ${all} MB. Ảnh cần rõ chữ, đủ bốn góc.`,
    chooseAgain: 'Trình duyệt không giữ tệp đã chọn. Xin chọn lại tệp trước khi gửi.',
  },
  en: {
    limits: ({ file, all, files }: Most) =>
      `JPEG, PNG or HEIC pictures, scans in TIFF, PDF, Word (DOCX) or Excel (XLSX) files. At most ${files} files, ${file} MB each, ${all} MB together. Pictures must be readable, with all four corners.`,
    chooseAgain:
      'A browser does not keep the files that you chose. Please choose them again before you send.',
  },
} as const;
