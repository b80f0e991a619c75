import type { StepName } from './steps';

interface Said {
  title: string;
  what: string;
  way: string;
  standing: (...figures: string[]) => string;
}
type Words = Record<StepName, Said>;

const vi: Words = {
  organisation: {
    title: 'Bộ phận và vị trí',
    what: 'Lập các bộ phận, vị trí và người giữ từng vị trí; bộ phận nào cũng phải có người đứng đầu.',
    way: 'Mở cơ cấu tổ chức',
    standing: (units = '0', posts = '0', vacant = '0') =>
      vacant === '0'
        ? `${units} bộ phận, ${posts} vị trí`
        : `${units} bộ phận, ${posts} vị trí; ${vacant} bộ phận chưa có người đứng đầu`,
  },
  accounts: {
    title: 'Tài khoản của từng người',
    what: 'Mỗi người giữ vị trí cần một tài khoản; mật khẩu lần đầu chỉ hiện một lần và phải đổi khi đăng nhập.',
    way: 'Mở danh sách tài khoản',
    standing: (people = '0', lacking = '0') =>
      lacking === '0'
        ? `${people} người đều đăng nhập được`
        : `${lacking} trên ${people} người chưa đăng nhập được`,
  },
  calendar: {
    title: 'Lịch làm việc của năm',
    what: 'Mọi thời hạn tính theo lịch này: ngày nghỉ lễ, ngày làm bù và giờ làm việc.',
    way: 'Xem lịch làm việc',
    standing: (year = '', days = '0') =>
      days === '0' ? `Chưa có lịch năm ${year}` : `Năm ${year} có ${days} ngày làm việc`,
  },
  procedures: {
    title: 'Danh mục thủ tục hành chính',
    what: 'Thủ tục đang có hiệu lực, với thành phần hồ sơ, thời hạn giải quyết và phí; nhập cả bảng một lần.',
    way: 'Mở danh mục thủ tục',
    standing: (n = '0') => `${n} thủ tục đang có hiệu lực`,
  },
  plan: {
    title: 'Kế hoạch của năm',
    what: 'Chọn tệp phụ lục nhiệm vụ đang có; từng dòng được đọc và cho xem trước khi ghi.',
    way: 'Nhập kế hoạch từ tệp',
    standing: (n = '0') => (n === '0' ? 'Chưa có nhiệm vụ nào' : `${n} nhiệm vụ đã nhập`),
  },
  running: {
    title: 'Xác nhận, trình và phê duyệt',
    what: 'Xác nhận một chủ trì cho mỗi nhiệm vụ, ấn định ngày còn thiếu, rồi trình Chủ tịch phê duyệt.',
    way: 'Mở kế hoạch',
    standing: (open = '0') =>
      open === '0' ? 'Không còn gì phải xác nhận' : `Còn ${open} việc phải xác nhận`,
  },
};

const en: Words = {
  organisation: {
    title: 'Units and posts',
    what: 'Open the units, the posts and who holds each; every unit needs its head.',
    way: 'Open the organisation',
    standing: (units = '0', posts = '0', vacant = '0') =>
      vacant === '0'
        ? `${units} units, ${posts} posts`
        : `${units} units, ${posts} posts; ${vacant} units have no head yet`,
  },
  accounts: {
    title: 'Everybody’s account',
    what: 'Whoever holds a post needs an account; a first password is shown once and changed at sign-in.',
    way: 'Open the accounts',
    standing: (people = '0', lacking = '0') =>
      lacking === '0'
        ? `All ${people} people can sign in`
        : `${lacking} of ${people} people can’t sign in yet`,
  },
  calendar: {
    title: 'The year’s working days',
    what: 'Every deadline is counted by them: holidays, days worked instead, and hours.',
    way: 'See the working days',
    standing: (year = '', days = '0') =>
      days === '0' ? `No calendar for ${year} yet` : `${year} has ${days} working days`,
  },
  procedures: {
    title: 'Catalogue of procedures',
    what: 'The procedures in force with their papers, time limits and fees; a whole table at once.',
    way: 'Open the catalogue',
    standing: (n = '0') => `${n} procedures in force`,
  },
  plan: {
    title: 'The year’s plan',
    what: 'Choose the appendix as the office has it; each row is read and shown before anything is written.',
    way: 'Import the plan from a file',
    standing: (n = '0') => (n === '0' ? 'No task yet' : `${n} tasks imported`),
  },
  running: {
    title: 'Confirm, submit, approve',
    what: 'Confirm one lead for each task, give the days that are missing, then submit it to the chairman.',
    way: 'Open the plan',
    standing: (open = '0') => (open === '0' ? 'Nothing is left to confirm' : `${open} things to confirm`),
  },
};

export const words = {
  vi: {
    title: 'Bắt đầu sử dụng',
    what: 'Sáu bước từ một đơn vị mới đến kế hoạch đang chạy. Làm theo thứ tự nào cũng được; bước nào xong tự được đánh dấu.',
    done: 'Xong',
    open: 'Chưa xong',
    next: 'Làm tiếp',
    count: (done: number, all: number) => `Đã xong ${done} trên ${all} bước`,
    step: vi,
  },
  en: {
    title: 'Getting started',
    what: 'Six steps from a new office to a running plan. Take them in any order; what is done is ticked by itself.',
    done: 'Done',
    open: 'Open',
    next: 'Next',
    count: (done: number, all: number) => `${done} of ${all} steps are done`,
    step: en,
  },
};
