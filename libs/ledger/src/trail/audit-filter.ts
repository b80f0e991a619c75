import { InstantField, OneOf, Text, QueryWhole } from '#kernel';

/** What to look for in the trail (nhật ký). */
export class AuditFilter {
  @Text({ description: 'Một mục (mã sự kiện) · one entry, by its event id', max: 60, optional: true })
  event?: string;

  @Text({ description: 'Đối tượng (mã) · subject id', max: 60, optional: true })
  subject?: string;

  @Text({ description: 'Người hoặc tiến trình · actor', max: 60, optional: true })
  actor?: string;

  @Text({ description: 'Thay mặt ai · on whose behalf', max: 60, optional: true })
  onBehalfOf?: string;

  @Text({ description: 'Theo uỷ quyền nào · under which delegation', max: 60, optional: true })
  delegation?: string;

  @OneOf({
    description: 'Chỉ hành vi của người ngoài giờ hành chính · only people’s acts outside office hours',
    values: ['outside'],
    optional: true,
  })
  hours?: 'outside';

  @OneOf({
    description: 'Kèm vị trí trong sổ cái · with each entry’s place in the ledger',
    values: ['yes'],
    optional: true,
  })
  seal?: 'yes';

  @OneOf({
    description: 'Chỉ mục chưa niêm phong · only what no signed checkpoint covers yet',
    values: ['no'],
    optional: true,
  })
  sealed?: 'no';

  @Text({ description: 'Đơn vị của người thực hiện · the actor’s unit', max: 60, optional: true })
  unit?: string;

  @Text({ description: 'Loại sự kiện · event type', max: 60, optional: true })
  type?: string;

  @Text({ description: 'Chuỗi việc · correlation', max: 60, optional: true })
  correlation?: string;

  @Text({ description: 'Do sự kiện nào gây ra · what this event caused', max: 60, optional: true })
  causedBy?: string;

  @InstantField({ description: 'Từ lúc · from', optional: true })
  from?: string;

  @InstantField({ description: 'Đến trước lúc · to, exclusive', optional: true })
  to?: string;

  @OneOf({ description: 'Thứ tự · order', values: ['asc', 'desc'], optional: true })
  order?: 'asc' | 'desc';

  @QueryWhole({ description: 'Số dòng · how many', min: 1, max: 500, optional: true })
  limit?: number;

  @Text({ description: 'Con trỏ · cursor', max: 30, optional: true })
  cursor?: string;
}
