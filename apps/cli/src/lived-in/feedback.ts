import {
  AnswerFeedback,
  AssignFeedback,
  ClassifyFeedback,
  FeedbackRecords,
  PublishFeedback,
  takeIn,
} from '#feedback';
import { at, derivedId, type Day } from '#kernel';
import { APPLICANT, postsOf } from '#organisation';
import { Persons } from '#persons';
import type { Type } from '@nestjs/common';
import { DEMO_OFFICE, type House, type People, type Runtime } from '../../../runtime/src/index.js';
import type { ScriptedAct } from '../simulation/acts.js';

interface Said {
  day: Day;
  text: string;
  title: string;
  field: string;
  unit: 'land' | 'culture' | 'justice' | 'finance';
  /** How many days later it is answered, and how; absent: it still waits. */
  answer?: { days: number; text: string; done: string };
  published?: boolean;
}

/** What citizens of the demonstration had to say in its first months. */
const SAID: readonly Said[] = [
  {
    day: '2025-02-11',
    text: 'Đường từ nhà văn hóa thôn Vân Tập ra trường tiểu học có nhiều ổ gà, trời mưa trẻ con đi học rất nguy hiểm.',
    title: 'Đường thôn Vân Tập xuống cấp',
    field: 'Giao thông',
    unit: 'land',
    answer: {
      days: 6,
      text: 'UBND xã đã kiểm tra ngày 14/02/2025 và cho vá mặt đường đoạn từ nhà văn hóa đến cổng trường, dài 120 m.',
      done: 'Đã vá mặt đường 120 m',
    },
    published: true,
  },
  {
    day: '2025-03-18',
    text: 'Tôi nộp hồ sơ chứng thực lúc 8 giờ, phải chờ đến 10 giờ mới được gọi tên. Đề nghị xã bố trí thêm người vào buổi sáng.',
    title: 'Thời gian chờ chứng thực buổi sáng',
    field: 'Bộ phận Một cửa',
    unit: 'justice',
    answer: {
      days: 5,
      text: 'Từ ngày 24/03/2025 bộ phận Một cửa có hai công chức nhận chứng thực từ 7 giờ 30 đến 10 giờ các ngày làm việc.',
      done: 'Bố trí thêm một công chức buổi sáng',
    },
    published: true,
  },
  {
    day: '2025-04-22',
    text: 'Loa truyền thanh thôn Thiệu Lý phát quá sớm, 5 giờ sáng đã phát, nhà có người ốm không nghỉ được.',
    title: 'Giờ phát loa truyền thanh thôn Thiệu Lý',
    field: 'Văn hóa',
    unit: 'culture',
    answer: {
      days: 4,
      text: 'Giờ phát buổi sáng đã chuyển từ 5 giờ sang 6 giờ từ ngày 26/04/2025 theo ý kiến của Nhân dân trong thôn.',
      done: 'Chuyển giờ phát sang 6 giờ',
    },
  },
  {
    day: '2025-05-28',
    text: 'Rãnh thoát nước trước số nhà 27 thôn Phú Ân bị lấp khi làm đường, mưa xuống nước tràn vào nhà.',
    title: 'Rãnh thoát nước thôn Phú Ân',
    field: 'Xây dựng',
    unit: 'land',
  },
];
/** What came in last night, and nobody has seen yet. */
const LAST: Pick<Said, 'day' | 'text'> = {
  day: '2025-06-03',
  text: 'Đề nghị xã niêm yết lại bảng phí chứng thực, bảng ở bộ phận Một cửa đã mờ không đọc được.',
};

/** What citizens said, and what the office did about it. */
export async function feedbackScript(runtime: Runtime, house: House, people: People): Promise<ScriptedAct[]> {
  const records = house.get(FeedbackRecords);
  const state = await runtime.organisation.current(DEMO_OFFICE);
  const unitOf = (username: string): string => postsOf(state, people(username))[0]?.unitId ?? '';
  const received = ({ day, text }: Pick<Said, 'day' | 'text'>): ScriptedAct & { feedbackId(): string } => {
    let feedbackId = '';
    return {
      at: at(day, '20:15'),
      feedbackId: () => feedbackId,
      run: async () => {
        const envelope = {
          office: DEMO_OFFICE,
          actor: APPLICANT,
          commandId: derivedId(DEMO_OFFICE, 'said', day),
        };
        const office = await runtime.organisation.current(DEMO_OFFICE);
        const done = await takeIn(
          runtime.commands,
          records,
          house.get(Persons),
          office,
          envelope,
          { text },
          'online',
        );
        ({ feedbackId } = done);
      },
    };
  };
  const settled = (said: Said): ScriptedAct[] => {
    const coming = received(said);
    const act = <C extends object>(
      days: number,
      hour: string,
      username: string,
      command: Type<C>,
      fields: C,
    ): ScriptedAct => ({
      at: at(runtime.calendar.addWorkingDays(said.day, days), hour),
      run: async () => {
        const id = coming.feedbackId();
        const envelope = {
          office: DEMO_OFFICE,
          actor: people(username),
          commandId: derivedId(id, command.name),
        };
        await runtime.commands.send(command, envelope, id, fields);
      },
    });
    const { title, field, unit, answer, published } = said;
    return [
      coming,
      act(1, '08:00', 'head-of-office', ClassifyFeedback, { kind: 'service', field, title }),
      act(1, '08:10', 'head-of-office', AssignFeedback, { unitId: unitOf(unit) }),
      ...(answer
        ? [
            act(answer.days, '14:00', unit, AnswerFeedback, {
              text: answer.text,
              done: answer.done,
              on: runtime.calendar.addWorkingDays(said.day, answer.days),
              question: said.text,
              givenElsewhere: false,
            }),
          ]
        : []),
      ...(answer && published
        ? [act(answer.days + 1, '09:00', 'head-of-office', PublishFeedback, { question: said.text })]
        : []),
    ];
  };
  return [...SAID.flatMap(settled), received(LAST)];
}
