-- Outsiders see that bids are taken or were, and in the end a contract or a cancellation; nothing of the stages between.
alter table procurement add column public_state text not null generated always as (
    case when state in ('OPENED', 'MARKED', 'EVALUATED', 'AWARDED') then 'PUBLISHED' else state end) stored;
