import type { Chapter } from './chapter';

/** What the manual says of reports and inspections. */
export const REPORTING_CHAPTERS: readonly Chapter[] = [
  {
    id: 'bao-cao',
    title: 'Báo cáo',
    what: 'Báo cáo định kỳ của năm: kỳ nào đang soạn, chờ duyệt, chờ gửi, đã gửi, chậm hạn. Báo cáo tự mở trước khi hết kỳ; số liệu do hệ thống tính, lời văn do người viết.',
    ways: [
      {
        title: 'Viết và trình một báo cáo',
        steps: [
          'Mở báo cáo, bấm Viết ở từng mục. Nếu người khác vừa sửa cùng mục, trang cho thấy chỗ khác nhau để ghép, không ai ghi đè ai.',
          'Bấm vào một số liệu để mở danh sách hồ sơ, nhiệm vụ đứng sau số đó.',
          'Bấm Trình báo cáo: số liệu được chốt. Trình khi chưa hết kỳ là chốt tạm và được ghi rõ.',
        ],
      },
      {
        title: 'Duyệt, gửi',
        steps: [
          'Lãnh đạo duyệt hoặc trả lại kèm lý do; người trình không tự duyệt.',
          'Văn thư bấm Gửi báo cáo, ghi nơi nhận và ngày ký; số văn bản được cấp tự động. Tải DOCX, PDF, XLSX ở mục Tải báo cáo.',
          'Nơi nhận ngoài đơn vị báo đã nhận thì bấm Ghi nhận đã nhận; bộ phận được gửi thì người mở báo cáo được ghi là đã đọc. Mục Nơi nhận cho biết ai có báo cáo, từ khi nào.',
        ],
      },
      {
        title: 'Xem Bộ chỉ số 766',
        steps: [
          'Mở Bộ chỉ số ở trang Báo cáo, chọn tháng, quý hoặc năm. Mỗi chỉ số nêu cách tính, số liệu, điểm và còn thiếu bao nhiêu; bấm vào số liệu để mở danh sách.',
          '“Chưa có số liệu” là không có gì để đo, điểm bên cạnh là theo quy tắc của bộ chỉ số. “Xã không đo” thì không cho điểm.',
        ],
      },
    ],
  },
  {
    id: 'kiem-tra',
    title: 'Kiểm tra',
    what: 'Kế hoạch kiểm tra năm, các cuộc kiểm tra theo kế hoạch và đột xuất, yêu cầu khắc phục có thời hạn; kiến nghị giám sát và trả lời.',
    ways: [
      {
        title: 'Từ mở đến kết thúc một cuộc kiểm tra',
        steps: [
          'Văn phòng lập kế hoạch năm, Chủ tịch phê duyệt; mở từng cuộc ở bảng kế hoạch, hoặc bấm Kiểm tra đột xuất trong ngày.',
          'Đoàn lập biên bản, ghi nhận định kèm minh chứng; bộ phận được kiểm tra cho ý kiến; lãnh đạo kết luận, ghi yêu cầu và hạn cho từng tồn tại.',
          'Bộ phận báo cáo khắc phục; đoàn hoặc lãnh đạo xác nhận, hoặc yêu cầu làm lại. Mọi yêu cầu được xác nhận thì kết thúc.',
        ],
      },
      {
        title: 'Trả lời kiến nghị giám sát',
        steps: [
          'Mở Kiến nghị giám sát, giao bộ phận trả lời; bộ phận ghi số văn bản, nội dung và việc đã làm trước hạn.',
        ],
      },
    ],
  },
  {
    id: 'so-theo-doi',
    title: 'Sổ theo dõi',
    what: 'Việc được đếm: đào tạo, tuyên truyền, chỉnh lý lưu trữ, sáng kiến, hướng dẫn qua điện thoại, kiến nghị đơn giản hóa, niêm yết thủ tục, khen thưởng. Số liệu vào báo cáo cải cách hành chính.',
    ways: [
      {
        title: 'Ghi sổ',
        steps: [
          'Chọn sổ, bấm Ghi sổ. Mỗi sổ hỏi đúng những gì cần: lớp tập huấn hỏi số người và số giờ, tin bài hỏi kênh và đường dẫn.',
          'Gắn với một nhiệm vụ của kế hoạch thì trang nhiệm vụ hiện luôn số đã làm.',
        ],
      },
      {
        title: 'Ghi sai thì sửa',
        steps: [
          'Mở mục đã ghi: người ghi, Văn phòng hoặc lãnh đạo sửa hay hủy được, phải nêu lý do. Báo cáo đã chốt giữ nguyên; phần sửa vào kỳ sau.',
        ],
      },
    ],
  },
];
