"""What people say of an LLM's labels: right or not."""

from __future__ import annotations

from annotator.storage.database import Db


def of_people_on(db: Db, question_id: int, llm_id: int) -> dict[int, bool]:
    """Whether the LLM's label is right, by item id, where people have said so without seeing it.

    A decision in review outranks answers. Of several answers most must be the LLM's label: a tie is not right, and
    neither is an item that people could only skip, so that hard items do not drop out of an audit.
    """
    rows = db.conn.execute(
        """
        with said as (
            select a.item_id, a.label_id, count(*) as people from annotation a
            join annotator w on w.id = a.annotator_id and w.kind = 'human'
            where a.question_id = :question and a.status in ('label', 'skipped')
            and (a.status = 'skipped' or a.exposure <> 'shown') group by 1, 2
        ), votes as (
            select m.item_id, coalesce(sum(s.people) filter (where s.label_id = m.label_id), 0) as same,
                   coalesce(max(s.people) filter (where s.label_id <> m.label_id), 0) as other
            from annotation m join said s on s.item_id = m.item_id
            where m.annotator_id = :llm and m.question_id = :question and m.status = 'label' group by 1
        )
        select m.item_id, case when g.item_id is not null then g.label_id is m.label_id else v.same > v.other end
        from annotation m
        left join votes v on v.item_id = m.item_id
        left join gold g on g.item_id = m.item_id and g.question_id = :question and g.source = 'adjudicated'
        where m.annotator_id = :llm and m.question_id = :question and m.status = 'label'
        and (v.item_id is not null or g.item_id is not null)
        """,
        {"question": question_id, "llm": llm_id},
    )
    return {item_id: bool(right) for item_id, right in rows}
