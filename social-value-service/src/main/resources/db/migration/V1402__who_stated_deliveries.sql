-- People are told apart by the subjects of their tokens; none of a time before that.
alter table delivery add column recorded_subject text;
