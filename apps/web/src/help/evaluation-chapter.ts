import type { Chapter } from './chapter';

/** What the manual says of evaluation. */
export const EVALUATION_CHAPTER: Chapter = {
  id: 'danh-gia',
  title: 'Đánh giá',
  what: 'Theo dõi, đánh giá, xếp loại công chức theo quy định của từng năm; chấm điểm theo bảng tiêu chí (chỉ số CCHC, chuyển đổi số, bộ phận). Mỗi điểm số mở ra được việc, nhật ký hoặc minh chứng đứng sau.',
  ways: [
    {
      title: 'Theo dõi một kỳ và chấm điểm',
      steps: [
        'Văn phòng ban hành danh mục ở trang Danh mục sản phẩm: mỗi dòng mã, tên, nhóm phức tạp, điểm.',
        'Cấp trên mở hồ sơ của công chức, bấm Giao sản phẩm, công việc: chọn sản phẩm trong danh mục, gắn nhiệm vụ của kế hoạch nếu có.',
        'Cuối kỳ bấm Ghi kết quả ở từng việc: lấy theo nhật ký của nhiệm vụ, hoặc nhập tay kèm minh chứng. Công chức bấm Tự chấm điểm.',
        'Bấm Chấm điểm, khóa kỳ. Kỳ đã khóa chỉ mở lại có lý do. Bấm Vì sao có điểm này để xem từng thành phần.',
      ],
    },
    {
      title: 'Quyết định xếp loại năm',
      steps: [
        'Bảng Đề xuất và tỷ lệ xuất sắc cho thấy mức đề xuất, vì sao, và tỷ lệ tối đa. Xếp loại tập thể trước khi xếp loại người đứng đầu.',
        'Chủ tịch bấm Quyết định xếp loại; mức khác đề xuất phải có lý do. Vượt tỷ lệ thì không ghi được.',
        'Công chức kiến nghị ngay ở hồ sơ của mình; Chủ tịch trả lời trong 7 ngày làm việc.',
      ],
    },
    {
      title: 'Xếp loại tập thể',
      steps: [
        'Từ năm 2026, bấm tên bộ phận ở bảng Xếp loại tập thể: điểm tính từ nhiệm vụ, kết quả của công chức và yêu cầu kiểm tra đã khắc phục, mỗi dòng mở ra việc đứng sau.',
        'Văn phòng bấm Chấm tiêu chí chung, chọn nhiệm vụ vượt yêu cầu, kèm minh chứng. Người đứng đầu không chấm bộ phận mình.',
        'Từ ngày 01/12, Chủ tịch bấm Xếp loại tập thể; khác đề xuất thì ghi lý do. Các năm trước ghi kết quả theo văn bản.',
      ],
    },
    {
      title: 'Đánh giá việc giải quyết thủ tục hành chính',
      steps: [
        'Mở Giải quyết TTHC, chọn quý hoặc cả năm: các đơn vị xếp theo tổng điểm 18 (mẫu 03). Bấm tên đơn vị để xem chín chỉ số (mẫu 02) và từng hồ sơ với lý do trừ điểm (mẫu 01).',
        'Chỉ số 5 và 6 nhật ký không cho biết: bấm Chấm chỉ số, kèm minh chứng. Thiếu chỉ số thì chưa có tổng điểm.',
        'Tải ba mẫu ra XLSX, DOCX hoặc PDF.',
      ],
    },
    {
      title: 'Chấm điểm theo bảng tiêu chí',
      steps: [
        'Văn phòng ban hành bảng tiêu chí, mở kỳ chấm điểm cho cả đơn vị hoặc một bộ phận; kỳ giữ nguyên bản của bảng lúc mở.',
        'Bên tự chấm ghi điểm kèm minh chứng, bấm Lấy điểm từ dữ liệu cho tiêu chí tính tự động, rồi Chuyển bước sau: thẩm định, giải trình, thẩm định lại, hội đồng, chốt.',
        'Kỳ đã chốt là khóa; Chủ tịch mở khóa có lý do.',
      ],
    },
  ],
};
