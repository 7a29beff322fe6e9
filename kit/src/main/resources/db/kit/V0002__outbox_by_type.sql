-- A projection asks which events of a kind have not had their effect, without reading what they say.
create index outbox_type on outbox (type text_pattern_ops, event_id);
