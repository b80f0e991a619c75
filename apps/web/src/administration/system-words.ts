import type { Examination } from '#client';

type Code = Examination['findings'][number]['code'];
interface Catalogue {
  finding: Readonly<Record<Code, (about: string, figure: string) => string>>;
  whatToDo: Readonly<Record<Code, string>>;
  queueStates: Readonly<Record<string, string>>;
}

const vi = {
  title: 'Tình trạng hệ thống',
  at: (at: string) => `Kiểm tra lúc ${at}, tự kiểm tra lại mỗi 15 giây`,
  fine: 'Không phát hiện gì bất thường.',
  findings: 'Điều bất thường',
  readers: 'Bảng số liệu',
  readersWhat: 'Mỗi bảng được dựng từ nhật ký; bảng chậm thì số liệu trên màn hình cũng chậm theo.',
  reader: 'Bảng',
  behind: 'So với nhật ký',
  stopped: 'Đã dừng',
  behindBy: (figure: string) => `chậm ${figure} sự kiện`,
  upToDate: 'Đã theo kịp',
  allUpToDate: (count: string) => `Cả ${count} bảng đã theo kịp`,
  allReaders: 'Mọi bảng số liệu',
  ways: 'Hàng đợi và đường ra',
  worker: 'Tiến trình nền',
  neverSeen: 'chưa thấy bao giờ',
  seenAgo: (seconds: string) => `thấy ${seconds} giây trước`,
  queue: 'Hàng đợi (toàn máy chủ)',
  noAnswer: 'không trả lời',
  ledger: 'Sổ cái',
  sealed: (size: string, at: string) => `${size} bản ghi đã niêm phong, lần cuối ${at}`,
  notSealed: 'chưa niêm phong',
  outbox: 'Tin gửi ra ngoài',
  nothingLeft: 'không có tin nào bị nghẽn',
  channel: (channel: string, [failing, stuck, refused, givenUp]: string[]) =>
    `${channel}: ${failing} lỗi, ${stuck} chưa ai gửi, ${refused} bị từ chối, ${givenUp} đã thôi gửi`,
  parked: 'Việc bị lỗi, đang treo',
  nothingParked: 'Không có việc nào bị treo.',
  work: 'Việc',
  error: 'Lỗi',
  tries: 'Đã thử',
  retry: 'Thử lại',
  retryAll: 'Thử lại tất cả',
  retried: (count: string) => `Sẽ thử lại ngay ${count} việc.`,
  triedTimes: (count: string, at: string) => `${count} lần, lần cuối ${at}`,
  nextTry: (at: string) => `Tự thử lại ${at}`,
  noMore: 'Chờ người thử lại',
};

const viCodes: Catalogue = {
  finding: {
    worker_unseen: (_, seconds) => `Tiến trình nền không hoạt động (${seconds} giây)`,
    clock_doubted: (_, seconds) => `Đồng hồ máy chủ nhảy ${seconds} giây`,
    reader_stopped: (reader) => `Bảng số liệu ${reader} đã dừng`,
    work_parked: (worker, count) => `${count} việc của ${worker} đã treo, không tự thử lại nữa`,
    work_failing: (worker, count) => `${count} việc của ${worker} bị lỗi, đang tự thử lại`,
    calendar_missing: (year) => `Chưa có lịch làm việc năm ${year}`,
    undelivered: (channel, count) => `${count} tin không gửi được qua ${channel}`,
    ledger_alarm: () => 'Sổ cái từ chối niêm phong',
    queue_unreachable: () => 'Hàng đợi không trả lời',
  },
  whatToDo: {
    worker_unseen: 'Khởi động lại dịch vụ: thiếu tiến trình nền thì không có gì được ghi nhận đúng hạn.',
    clock_doubted: 'Chỉnh lại giờ máy chủ; nếu giờ mới là đúng thì xác nhận trên máy chủ (mb confirm-clock).',
    reader_stopped: 'Báo người vận hành máy chủ, kèm lỗi dưới đây; dựng lại bảng nếu cần (mb rebuild).',
    work_parked: 'Xem lỗi ở bảng dưới, khắc phục nguyên nhân rồi bấm “Thử lại”.',
    work_failing: 'Chưa cần làm gì; nếu lỗi còn lặp lại, xem nguyên nhân ở bảng dưới.',
    calendar_missing: 'Nhập tệp lịch nghỉ của năm đó ở mục “Nhập lịch”; những hạn đang chờ sẽ tự tính tiếp.',
    undelivered: 'Kiểm tra cổng gửi tin và cấu hình của kênh này.',
    ledger_alarm:
      'Có dấu hiệu dữ liệu bị sửa: giữ nguyên hiện trạng, báo người vận hành và cơ quan giám sát.',
    queue_unreachable: 'Kiểm tra dịch vụ hàng đợi trên máy chủ.',
  },
  queueStates: { waiting: 'chờ', active: 'đang làm', delayed: 'hoãn', failed: 'lỗi' },
};

const en: typeof vi = {
  title: 'State of the service',
  at: (at) => `Looked at ${at}, again every 15 seconds`,
  fine: 'Nothing is wrong.',
  findings: 'What is wrong',
  readers: 'Read models',
  readersWhat: 'Each is made from the log; where one is behind, so is what screens show.',
  reader: 'Read model',
  behind: 'Against the log',
  stopped: 'Stopped',
  behindBy: (figure) => `${figure} events behind`,
  upToDate: 'Up to date',
  allUpToDate: (count) => `All ${count} up to date`,
  allReaders: 'All read models',
  ways: 'Queues and ways out',
  worker: 'Worker',
  neverSeen: 'never seen',
  seenAgo: (seconds) => `seen ${seconds} s ago`,
  queue: 'Queue (whole server)',
  noAnswer: 'does not answer',
  ledger: 'Ledger',
  sealed: (size, at) => `${size} entries sealed, last at ${at}`,
  notSealed: 'not sealed yet',
  outbox: 'Messages out',
  nothingLeft: 'none is held up',
  channel: (channel, [failing, stuck, refused, givenUp]) =>
    `${channel}: ${failing} failing, ${stuck} that nobody tries, ${refused} refused, ${givenUp} given up`,
  parked: 'Work that failed',
  nothingParked: 'Nothing is parked.',
  work: 'Work',
  error: 'Error',
  tries: 'Tried',
  retry: 'Try again',
  retryAll: 'Try all again',
  retried: (count) => `${count} to be tried again at once.`,
  triedTimes: (count, at) => `${count} times, last at ${at}`,
  nextTry: (at) => `Tried again at ${at}`,
  noMore: 'Waits for somebody',
};

const enCodes: Catalogue = {
  finding: {
    worker_unseen: (_, seconds) => `The worker is not running (${seconds} s)`,
    clock_doubted: (_, seconds) => `The server’s clock jumped by ${seconds} s`,
    reader_stopped: (reader) => `The read model ${reader} has stopped`,
    work_parked: (worker, count) => `${count} of ${worker} are parked and tried no more`,
    work_failing: (worker, count) => `${count} of ${worker} fail and are tried again`,
    calendar_missing: (year) => `There is no calendar of ${year}`,
    undelivered: (channel, count) => `${count} messages don’t get out by ${channel}`,
    ledger_alarm: () => 'The ledger refuses to seal',
    queue_unreachable: () => 'The queue does not answer',
  },
  whatToDo: {
    worker_unseen: 'Start the service again: without a worker nothing is recorded when it is due.',
    clock_doubted: 'Right the server’s clock; if the new time is right, confirm it there (mb confirm-clock).',
    reader_stopped: 'Tell who runs the server, with the error below; build it anew if needed (mb rebuild).',
    work_parked: 'See the error in the table below, mend its cause, then press “Try again”.',
    work_failing: 'Nothing to do yet; if it goes on, see its cause in the table below.',
    calendar_missing: 'Import the days off of that year under “Import days”; what waits goes on by itself.',
    undelivered: 'Check the gateway and the settings of this channel.',
    ledger_alarm:
      'Data may have been rewritten: leave everything as it is, tell who runs the server and who supervises.',
    queue_unreachable: 'Check the queue’s service on the server.',
  },
  queueStates: { waiting: 'waiting', active: 'active', delayed: 'delayed', failed: 'failed' },
};

export const systemWords = { vi: { ...vi, ...viCodes }, en: { ...en, ...enCodes } };
