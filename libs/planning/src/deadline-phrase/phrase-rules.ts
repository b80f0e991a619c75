import type { PartsOfTime } from './parts-of-time.js';
import type { WordsOfPhrase } from './words-of-phrase.js';

/** What says that something must be done and nothing of when. */
export const EMPTY = [
  ...['hoàn thành', 'thực hiện', 'xong', 'tổ chức', 'triển khai', 'báo cáo', 'bc', 'gửi', 'nộp', 'là', 'vào'],
  ...['chậm nhất', 'muộn nhất', 'trong', 'đến', 'hết', 'cuối', 'các', 'thời gian', 'thời hạn'],
];

/** What rules of several kinds have in common. */
export abstract class PhraseRules {
  constructor(
    protected readonly words: WordsOfPhrase,
    protected readonly times: PartsOfTime,
  ) {}

  protected onOccasion(): boolean {
    const words = this.words;
    const on = words.takeAny(
      'theo yêu cầu',
      'đột xuất',
      'khi phát sinh',
      'khi có',
      'khi cần',
      'khi được',
      'tùy theo',
      'tuỳ theo',
    );
    if (on) words.rest();
    return on;
  }

  /** [ ( "hoặc" | "và" | "," | "/" ) occasion ] ; whether there is one. */
  protected orOnOccasion(): boolean {
    return (
      this.words.attempt(() => {
        this.words.skip('hoặc', 'và', ',', '/', '-');
        return this.onOccasion() ? true : undefined;
      }) ?? false
    );
  }

  protected inYear(): void {
    const words = this.words;
    words.skip(',', 'trong', 'cả', 'suốt');
    if (words.attempt(() => words.take('năm') || undefined)) this.times.year();
  }
}
