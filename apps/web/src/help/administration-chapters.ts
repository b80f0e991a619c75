import type { Chapter } from './chapter';

/** What the manual says of keeping the service, and of one's own account. */
export const ADMINISTRATION_CHAPTERS: readonly Chapter[] = [
  {
    id: 'quan-tri',
    title: 'Quản trị: tài khoản, mã truy cập, hệ thống',
    what: 'Ai đăng nhập được, hệ thống nào được nối vào, dịch vụ có khỏe không.',
    ways: [
      {
        title: 'Bắt đầu sử dụng',
        steps: [
          'Trang Bắt đầu nêu sáu bước từ đơn vị mới đến kế hoạch đang chạy, bước nào xong, bước nào nên làm tiếp.',
        ],
      },
      {
        title: 'Nhập lịch làm việc của năm',
        steps: [
          'Trang Nhập lịch nhận tệp CSV, XLSX hoặc JSON: ngày nghỉ, hoán đổi, làm bù, giờ làm việc, kèm số và ngày quyết định. Ô nào sai được nêu đúng tên ô trong bảng tính.',
          'Xem trước năm nào mới, ngày nào nghỉ thêm, ngày nào thôi nghỉ, rồi mới bấm Nhập lịch. Một năm trong tệp thay toàn bộ lịch năm đó.',
          'Chỉ những hạn đang chạy bị các ngày ấy chạm tới được dời, có ghi nguyên nhân; hạn đã lỡ giữ nguyên.',
        ],
      },
      {
        title: 'Mở tài khoản',
        steps: [
          'Mật khẩu lần đầu chỉ hiện một lần; trao tận tay, chủ tài khoản phải đổi khi đăng nhập.',
          'Không ai đặt lại được mật khẩu của người khác trong im lặng: mọi việc với tài khoản đều vào nhật ký.',
        ],
      },
      {
        title: 'Mất điện thoại xác thực hai lớp',
        steps: ['Hai người: một người đề nghị, chủ tịch hoặc phó chủ tịch đồng ý trong 24 giờ.'],
      },
      {
        title: 'Có việc bị lỗi',
        steps: [
          'Trang Hệ thống nêu việc nào lỗi, vì sao; hệ thống tự thử lại. Sửa xong nguyên nhân thì bấm Thử lại.',
        ],
      },
    ],
  },
  {
    id: 'tai-khoan',
    title: 'Tài khoản của tôi',
    what: 'Mật khẩu, xác thực hai lớp, các phiên đăng nhập và lịch trên điện thoại của chính bạn.',
    ways: [
      {
        title: 'Giữ tài khoản an toàn',
        steps: [
          'Bật xác thực hai lớp: quét mã bằng ứng dụng xác thực, nhập 6 số.',
          'Thấy phiên đăng nhập lạ thì kết thúc nó rồi đổi mật khẩu.',
        ],
      },
    ],
  },
];
